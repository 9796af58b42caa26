import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Sockets } from '../../../src/database/replicas/Sockets.js';

/** Patience (ms) that no test has: whoever waits for its end never comes back. */
const LONG = 600_000;

let server: Server;
let accepted: Socket[] = [];
afterEach(async () => {
  for (const socket of accepted) socket.destroy();
  accepted = [];
  await new Promise((resolve) => server.close(resolve));
});

/** @param ends whether the server ends its side when we end ours */
async function connected(ends: boolean) {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(socket);
    if (ends) socket.on('end', () => socket.end());
    socket.on('error', () => undefined).resume();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const sockets = new Sockets();
  const socket = sockets.create();
  await once(socket.connect((server.address() as AddressInfo).port, '127.0.0.1'), 'connect');
  socket.resume().end();
  return { sockets, socket };
}

test.each([
  ['ends', true, LONG],
  ['does not end', false, 200],
])('a connection whose other side %s is closed in time', async (_, ends, patience) => {
  const { sockets, socket } = await connected(ends);
  await sockets.close(patience);
  expect(socket.destroyed).toBe(true);
});

test('what is closed is forgotten', async () => {
  const { sockets, socket } = await connected(true);
  await once(socket, 'close');
  await sockets.close(LONG);
});
