import { Inject } from '@nestjs/common';
import { Query } from '@nestjs/cqrs';
import type { Reading, Viewer } from '@edict/engine';
import { Rejection } from '@edict/kernel';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

/** One class for each question. */
export abstract class Question<Answer> extends Query<Answer> {
  constructor(readonly viewer: Viewer) {
    super();
  }
}

/** About one thing. */
export abstract class QuestionAbout<Answer> extends Question<Answer> {
  constructor(
    viewer: Viewer,
    readonly id: string,
  ) {
    super(viewer);
  }
}

/** Answers from what the viewer may see, and from nothing else. */
export abstract class Answering {
  constructor(@Inject(INSTALLATION) protected readonly installation: Installation) {}

  protected reading({ viewer }: Question<unknown>): Reading {
    return this.installation.engine.reader.as(viewer);
  }
}

/** What there is, or a 404. */
export const found = <T>(answer: T | undefined, noun: string): T => {
  if (answer === undefined) throw new Rejection(`${noun}/unknown`, `No such ${noun} is known, or was known then.`);
  return answer;
};
