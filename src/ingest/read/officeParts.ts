import { Refusal } from '../Refusal.js';
import { LIMITS } from './limits.js';
import { zipMembers, type ZipMember } from './zip.js';

/** The parts of a Word or Excel file by name. */
export class OfficeParts {
  readonly #members: ReadonlyMap<string, ZipMember>;

  private constructor(members: ReadonlyMap<string, ZipMember>) {
    this.#members = members;
  }

  /** Throws Refusal UNREADABLE, or LIMIT_EXCEEDED where they are too many or too large together. */
  static async open(bytes: Uint8Array): Promise<OfficeParts> {
    const members = new Map<string, ZipMember>();
    let size = 0;
    for await (const member of zipMembers(bytes)) {
      size += member.size;
      if (members.size >= LIMITS.parts || size > LIMITS.partsBytes) {
        throw new Refusal('LIMIT_EXCEEDED', `over ${LIMITS.parts} parts or ${LIMITS.partsBytes} bytes`);
      }
      members.set(keyOf(member.name), member);
    }
    return new OfficeParts(members);
  }

  /** Of parts that stand in one file of XML. */
  static ofXml(parts: ReadonlyMap<string, string>): OfficeParts {
    const members = [...parts].map(([name, xml]): [string, ZipMember] => {
      const bytes = Buffer.from(xml);
      return [keyOf(name), { name, size: bytes.length, bytes: () => Promise.resolve(bytes) }];
    });
    return new OfficeParts(new Map(members));
  }

  /** null where there is no such part. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
  async bytes(name: string): Promise<Uint8Array | null> {
    const member = this.#members.get(keyOf(name));
    if (member === undefined) return null;
    return member.bytes(LIMITS.partBytes);
  }

  /** An XML part as text; empty where there is none. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
  async xml(name: string): Promise<string> {
    const bytes = await this.bytes(name);
    if (bytes === null) return '';
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  }
}

/** Names of parts are the same in capitals (ECMA-376, part 2). */
const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();
