import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where the server runs while the pages are worked on. */
const SERVER = 'http://127.0.0.1:3000';

/** What every page needs comes in two files: many small ones would wait for each other. */
const chunkOf = (id: string): string | null => {
  if (id.includes('node_modules')) return null;
  return /\/src\/(api|parts|frame)\/|\/src\/icons/.test(id) ? 'console' : null;
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@edict/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { manualChunks: chunkOf } },
  },
  server: {
    proxy: {
      '^/.*': {
        target: SERVER,
        bypass: ({ headers, url }) => (headers.accept?.includes('application/json') ? undefined : url),
      },
    },
  },
});
