import { CONTESTANTS, type Contestant, type Material } from './contestants.js';

/** A process of one contestant: told what it is, it says where it answers, and when asked what it has worked (µs). */

type Told = 'cpu' | { readonly contestant: Contestant; readonly material: Material };

process.on('message', (message: Told) => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    return void process.send?.({ cpu: user + system });
  }
  CONTESTANTS[message.contestant](message.material).then(
    (url) => process.send?.({ url }),
    (error: unknown) => {
      throw error;
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
