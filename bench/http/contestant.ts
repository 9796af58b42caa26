import { type Material, PROGRAMS } from './programs.js';

/** The process of one of our programs: told its material it says where it answers, and when asked how it stands. */

const start = process.argv[2] as keyof typeof PROGRAMS;

process.on('message', (message: 'stand' | Material) => {
  if (message === 'stand') {
    const { user, system } = process.cpuUsage();
    return void process.send?.({ stand: { cpu: user + system, rss: process.memoryUsage.rss() } });
  }
  PROGRAMS[start](message).then(
    (url) => process.send?.({ url }),
    (error: unknown) => {
      throw error;
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
