import { Query, Resolver } from 'type-graphql';
import { catalog } from '../catalog/catalog.js';
import { Catalog } from '../schema/Catalog.js';

@Resolver()
export class CatalogResolver {
  @Query(() => Catalog, {
    description:
      'Every code with its Chinese and English label, unit, forms, parent, formula, caveat and whether it adds up over years. 代码表',
  })
  catalog() {
    return catalog;
  }
}
