import { ApiProperty } from '@nestjs/swagger';
import type { Outcome } from '@edict/runtime';

export class OutcomeDto implements Outcome {
  @ApiProperty({ description: 'Whose history it is in.', example: 'task-377382a2-872e-52f5-a595-b42487faf286' })
  readonly stream!: string;

  @ApiProperty({ description: 'Of the last event in it.', example: 1 })
  readonly revision!: number;

  @ApiProperty({
    description: 'For If-Position-At-Least, to read what was just written. To be sent back as it is.',
    example: 'task-377382a2-872e-52f5-a595-b42487faf286@1',
  })
  readonly position!: string;
}
