import { ActDto } from '../acting/act.dto.ts';
import { FileText } from '../http/fields.ts';

const UNITS = `units:
  - {id: ministry-of-examples, kind: unit, level: ministry, parent: null, names: {en: Ministry of Examples}}
`;

export class RegisterUnitsDto extends ActDto {
  @FileText('A units file, as YAML or JSON.', UNITS) readonly document!: string;
}

export class PublishReferenceDto extends ActDto {
  @FileText('A policy file, a calendar file or a form file, as YAML or JSON.', 'policy: …') readonly document!: string;
}
