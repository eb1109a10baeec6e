import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';

/** A part with rules of its own. */
export const Within =
  (type: new () => object): PropertyDecorator =>
  (target, key) => {
    IsDefined()(target, key);
    IsObject()(target, key);
    ValidateNested()(target, key);
    Type(() => type)(target, key);
    ApiProperty({ type })(target, key);
  };
