/** To be loaded before a server (`--import`) whose clock is moved: by as many milliseconds as the file says that TEST_CLOCK_FILE names. */
export const MOVED_CLOCK = new URL('moved-clock.js', import.meta.url).href;
