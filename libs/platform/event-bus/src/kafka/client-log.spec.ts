import kafkajs from 'kafkajs';
import { levelOf } from './client-log.js';

const { ERROR, WARN, INFO } = kafkajs.logLevel;

describe('levelOf', () => {
  it.each`
    level    | text                                                                                              | ours
    ${ERROR} | ${'Response GroupCoordinator(key: 10): The group coordinator is not available'}                   | ${'debug'}
    ${ERROR} | ${'The coordinator is loading and hence can’t process requests for this group'}                   | ${'debug'}
    ${ERROR} | ${'Response Heartbeat(key: 12): The group is rebalancing, so a rejoin is needed'}                 | ${'debug'}
    ${ERROR} | ${'There is no leader for this topic-partition as we are in the middle of a leadership election'} | ${'debug'}
    ${ERROR} | ${'Connection error: connect ECONNREFUSED 127.0.0.1:9092'}                                        | ${'warn'}
    ${ERROR} | ${'Crash: KafkaJSNumberOfRetriesExceeded: gone'}                                                  | ${'warn'}
    ${ERROR} | ${'Response Produce(key: 0): Topic authorization failed'}                                         | ${'error'}
    ${WARN}  | ${'Consumer group received unsubscribed topics'}                                                  | ${'warn'}
    ${INFO}  | ${'Consumer has joined the group'}                                                                | ${'debug'}
  `('$text is $ours', ({ level, text, ours }: { level: number; text: string; ours: string }) => {
    expect(levelOf(level, text)).toBe(ours);
  });
});
