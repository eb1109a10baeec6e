import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';

/** Where the server runs while the pages are worked on. */
const SERVER = 'http://127.0.0.1:3000';

/** What asks for the first page before the console is there stands alone; what every page needs comes in one file: many small ones would wait for each other. */
const GROUPS = [
  { name: 'start', test: /\/src\/(start\/|preferences|i18n\/language)|vite\/preload-helper/, priority: 1 },
  { name: 'console', test: /\/src\/(api|parts|frame)\/|\/src\/icons/ },
];

/** The console, and the page that most people begin with. */
const FIRST = ['/src/main.tsx', '/src/pages/inbox/inbox.tsx'];
/** In which every language has letters or figures. */
const FONT = /inter-latin-wght-normal/;

/** Chunks that are needed as soon as they are there. V8 then compiles them beside the page, and not function by function in its way. */
const AT_ONCE = ['main', 'console', 'inbox'];
const HINT = '//# allFunctionsCalledOnLoad\n';

const hinted = (): Plugin => ({
  name: 'edict-hinted',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && AT_ONCE.includes(chunk.name)) chunk.code = HINT + chunk.code;
    },
  },
});

/** Names in the page what its first script will ask for, so that the browser gets it all at once. */
const named = (): Plugin => ({
  name: 'edict-first-page',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const scripts = firstChunks(bundle).map((file) => ({ rel: 'modulepreload', href: `/${file}` }));
      const fonts = Object.keys(bundle)
        .filter((file) => FONT.test(file))
        .map((file) => ({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}` }));
      return [...fonts, ...scripts].map(linkOf);
    },
  },
});

const linkOf = (attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { crossorigin: true, ...attrs },
  injectTo: 'head',
});

const firstChunks = (bundle: Rolldown.OutputBundle): readonly string[] => {
  const found = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (found.has(file) || chunk.type !== 'chunk') return;
    found.add(file);
    chunk.imports.forEach(add);
  };
  for (const [file, chunk] of Object.entries(bundle))
    if (chunk.type === 'chunk' && FIRST.some((path) => chunk.facadeModuleId?.endsWith(path))) add(file);
  return [...found];
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), named(), hinted()],
  resolve: { conditions: ['@edict/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
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
