import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { GROUPS } from '../help.ts';

const COMMANDS = [...Object.values(GROUPS).flat(), 'help'].join(' ');

/** The commands of which the second word is one that their help lists. */
export const SEVERAL: readonly string[] = [
  ...['accounts', 'deliveries', 'directive', 'matters', 'operations', 'references', 'report', 'subscriptions'],
  ...['successions', 'task', 'tokens', 'units'],
];

/** What every shell is told: the commands, then files and the options that a usage names. */
const BASH = `_edict() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ] || [ "\${COMP_WORDS[1]}" = help ]; then
    COMPREPLY=($(compgen -W '${COMMANDS}' -- "$word"))
  elif [ "$COMP_CWORD" -eq 2 ] && [[ "$word" != -* ]] && [[ ' ${SEVERAL.join(' ')} ' == *" \${COMP_WORDS[1]} "* ]]; then
    COMPREPLY=($(compgen -W "$(edict help "\${COMP_WORDS[1]}" 2>/dev/null | sed -nE 's/^  ([a-z-]+).*/\\1/p')" -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$(edict help "\${COMP_WORDS[1]}" 2>/dev/null | grep -oE -- '--[a-z-]+' | sort -u)" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _edict edict`;

const ZSH = `#compdef edict
_edict() {
  if (( CURRENT == 2 )) || [[ \${words[2]} == help ]]; then
    compadd ${COMMANDS}
  elif (( CURRENT == 3 )) && [[ \${words[2]} == (${SEVERAL.join('|')}) && \${words[3]} != -* ]]; then
    compadd -- \${(f)"$(edict help \${words[2]} 2>/dev/null | sed -nE 's/^  ([a-z-]+).*/\\1/p')"}
  elif [[ \${words[CURRENT]} == -* ]]; then
    compadd -- \${(f)"$(edict help \${words[2]} 2>/dev/null | grep -oE -- '--[a-z-]+' | sort -u)"}
  else
    _files
  fi
}
compdef _edict edict`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH };

export const completion: Command = {
  usage: 'completion bash|zsh',
  what: 'Prints what makes the shell complete commands, options and files.',
  examples: ['completion bash > ~/.local/share/bash-completion/completions/edict'],
  async run(args) {
    const shell = sole(parsed(args, {}).positionals, 'a shell: bash or zsh');
    if (!Object.hasOwn(SCRIPTS, shell)) throw new UsageError('bash and zsh are known.');
    await print(SCRIPTS[shell]!);
    return EXIT.done;
  },
};
