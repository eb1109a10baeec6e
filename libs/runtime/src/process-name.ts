import { hostname } from 'node:os';

/** As operators find this process among several: the machine, or the container, and the number it has there. */
export const PROCESS_NAME = `${hostname()}/${process.pid}`;
