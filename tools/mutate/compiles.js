import { readFileSync } from 'node:fs';

import ts from 'typescript';

/** Tells whether a file would still have the right types with another text. What the compiler refuses need not be tested. */
export const compiler = (root, files) => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.base.json`, ts.sys.readFile);
  const options = ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
  const texts = new Map();
  const version = new Map();
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, noUnusedLocals: false, noUnusedParameters: false }),
    getScriptFileNames: () => files,
    getScriptVersion: (file) => String(version.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = texts.get(file) ?? (ts.sys.fileExists(file) ? readFileSync(file, 'utf8') : undefined);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });
  const put = (file, text) => {
    if (text === undefined) texts.delete(file);
    else texts.set(file, text);
    version.set(file, (version.get(file) ?? 0) + 1);
  };
  return (file, text) => {
    put(file, text);
    const errors = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    put(file, undefined);
    return errors.length === 0;
  };
};
