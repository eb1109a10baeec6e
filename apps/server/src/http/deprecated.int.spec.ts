import 'reflect-metadata';

import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { expect, it } from '@jest/globals';

import { Deprecated } from './deprecated.ts';

@Controller()
class OldController {
  @Get('old')
  @Deprecated({ since: '2026-11-24', until: '2027-05-01', instead: '/new' })
  old(): string {
    return 'still here';
  }
}

@Module({ controllers: [OldController] })
class OldModule {}

it('A route that will go says since when, until when, and what takes its place', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(OldModule, new FastifyAdapter(), { logger: false });
  await app.init();
  const { headers, statusCode } = await app.inject('/old');
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    deprecation: '@1795478400',
    sunset: 'Sat, 01 May 2027 00:00:00 GMT',
    link: '</new>; rel="successor-version"',
  });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  expect(document.paths['/old']?.get?.deprecated).toBe(true);
  await app.close();
});
