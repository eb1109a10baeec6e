import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '../design/tokens.css';
import '../design/frame.css';
import '../design/parts.css';
import '../design/layout.css';
import '../design/console.css';
import '../design/phone.css';
import '../design/media.css';
import { askForFirstPage } from './ahead.ts';

askForFirstPage();
void import('../main.tsx');
