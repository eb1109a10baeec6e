import {
  attachmentView,
  directiveView,
  formReportView,
  matterView,
  noticeView,
  standingUnitView,
  taskView,
  type AttachmentRow,
  type ConsultationRow,
  type DirectiveRow,
  type FormReportRow,
  type MatterRow,
  type NoticeRow,
  type StandingUnitRow,
  type TaskRow,
} from '@edict/directives';
import { categoryOf, idOf, type Row } from '@edict/kernel';
import type { AnyProjection } from '@edict/runtime';

type Load = <R extends Row>(view: AnyProjection, keys: readonly string[]) => Promise<readonly R[]>;

/** Whom the thing that a stream is of concerns; `everybody` who may see it; `nobody`: there is nothing to see. */
type Concern = readonly string[] | 'everybody' | 'nobody';
type Of = (load: Load, id: string) => Promise<Concern>;

const listed = (text: string): readonly string[] => JSON.parse(text) as string[];

const about =
  (view: AnyProjection, unitsIn: (row: never, load: Load) => Concern | Promise<Concern>): Of =>
  async (load, id) => {
    const [row] = await load(view, [id]);
    return row ? unitsIn(row as never, load) : 'nobody';
  };

const ofTask = async ({ unit, accountable, lead, coordinating, directiveId }: TaskRow, load: Load) => {
  const [directive] = await load<DirectiveRow>(directiveView, [directiveId]);
  const issuers = directive ? listed(directive.issuers) : [];
  return [unit ?? '', ...listed(accountable), ...listed(lead), ...listed(coordinating), ...issuers];
};

const ofMatter = ({ unit, from, recommendedTo, consultations }: MatterRow) => {
  const consulted = JSON.parse(consultations) as readonly ConsultationRow[];
  return [unit, from ?? '', recommendedTo ?? '', ...consulted.map((each) => each.unit)];
};

const OF: Readonly<Record<string, Of>> = {
  directive: about(directiveView, () => 'everybody'),
  task: about(taskView, ofTask),
  matter: about(matterView, ofMatter),
  standingUnit: about(standingUnitView, ({ committee }: StandingUnitRow) => [committee]),
  notification: about(noticeView, ({ unit }: NoticeRow) => [unit]),
  attachment: about(attachmentView, ({ about: stream }: AttachmentRow, load) => concernedIn(load, stream)),
  formReport: about(formReportView, ({ concerning }: FormReportRow, load) => concernedIn(load, `task-${concerning}`)),
  unit: async () => 'everybody',
  reference: async () => 'everybody',
};

/** An attachment concerns whomever that concerns which it is attached to. */
const concernedIn = async (load: Load, stream: string): Promise<Concern> => {
  const category = categoryOf(stream);
  return Object.hasOwn(OF, category) ? OF[category]!(load, idOf(stream)) : 'nobody';
};

/**
 * Whether a reader may know that something happened to a stream; and, where a unit is named, whether it concerns that unit: as the one that
 * has it, answers for it, leads, coordinates, or issued it. `load` gives only what the reader may see. What has no view here is for nobody.
 * A succession says when what was held goes over: whoever may read that is told. All others are told of the units.
 */
export const concernOf =
  (load: Load, mayRead: (stream: string) => Promise<boolean>) =>
  async (stream: string, unit?: string): Promise<boolean> => {
    if (categoryOf(stream) === 'succession') return mayRead(stream);
    const concern = await concernedIn(load, stream);
    if (concern === 'nobody') return false;
    return concern === 'everybody' || unit === undefined || concern.includes(unit);
  };
