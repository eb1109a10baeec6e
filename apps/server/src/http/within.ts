import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsObject, ValidateNested } from 'class-validator';

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

const MOST = 2000;

/** A list of such parts. */
export const EachWithin =
  (type: new () => object, description: string, example: object): PropertyDecorator =>
  (target, key) => {
    IsArray()(target, key);
    ArrayMaxSize(MOST)(target, key);
    IsObject({ each: true })(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => type)(target, key);
    ApiProperty({ type: [type], maxItems: MOST, description, example: [example] })(target, key);
  };
