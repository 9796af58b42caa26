import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../Refusal.js';

/** Whether an address is one of the public Internet: not private, loopback, link-local, multicast or otherwise reserved. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

export const privateAddress = (host: string): Refusal =>
  new Refusal('UNREADABLE', `${host} is no public address; --allow-private allows it`);

/**
 * Resolves the name of a host for the very connection that follows, and only to public addresses: what was checked is
 * what is connected to, whatever the name server says a moment later (DNS rebinding).
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = error === null ? addresses : [];
    if (first === undefined) return callback(error ?? new Error(`${host} has no address`), []);
    if (addresses.some(({ address }) => !isPublic(address))) return callback(privateAddress(host), []);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
