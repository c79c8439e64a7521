import { existsSync } from 'node:fs';

/** Whether programs can be had here without asking anybody: root on Debian or Ubuntu. */
export const hasApt = existsSync('/etc/debian_version') && process.getuid?.() === 0;
