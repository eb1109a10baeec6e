import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';

import { TaskPane } from './task-pane.tsx';

/** A task at an address of its own. */
export const TaskPage = (): JSX.Element => <TaskPane id={useParams({ from: '/tasks/$id' }).id} />;
