// Follows the candidates, keeping the newest record of each in memory, and prints each change as a line of JSON. With
// --once it prints all of them as they are now, and ends.
//
//   npm ci && node hr-candidates.js 127.0.0.1:9092 [--once]
import { randomUUID } from 'node:crypto';
import { Kafka as Binding } from 'cloudevents';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

const EVENTS = 'candidate-events';
const STATE = 'candidate-state';
const TYPES = ['recruitment.candidate.opened.v1', 'recruitment.candidate.updated.v1'];
const ERASED = 'erased'; // above every sequence, which is 19 digits: a tombstone is the last of its key

const [broker = '127.0.0.1:9092', option] = process.argv.slice(2);
const once = option === '--once';

// what is sent here is compressed with LZ4, which kafkajs leaves to others
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const kafka = new Kafka({ clientId: 'hr-node-sample', brokers: [broker], logLevel: logLevel.ERROR });
const candidates = new Map();

/** The highest sequence wins: copies, and old records that come late, change nothing. */
function keep(id, sequence, record) {
  if (sequence > (candidates.get(id)?.sequence ?? '')) {
    candidates.set(id, { sequence, record });
    if (!once) {
      console.log(JSON.stringify({ id, sequence, record }));
    }
  }
}

function take({ key, value, headers }) {
  const id = key.toString();
  if (value === null) {
    keep(id, ERASED);
    return;
  }
  const text = Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()]));
  const event = Binding.toEvent({ headers: text, key: id, value: value.toString(), body: value.toString() });
  if (TYPES.includes(event.type)) {
    keep(id, event.sequence, typeof event.data === 'string' ? JSON.parse(event.data) : event.data);
  }
}

/** What is to be read until all is known: where each partition ends now, but for those that are empty. */
async function ends(admin, topic) {
  const partitions = await admin.fetchTopicOffsets(topic);
  return partitions.map(({ partition, low, high }) => ({ topic, partition, low: BigInt(low), high: BigInt(high) }));
}

const admin = kafka.admin();
await admin.connect();
const noted = await ends(admin, EVENTS); // first, so that nothing falls in between
const state = await ends(admin, STATE);
await admin.disconnect();
const unread = new Map(
  state.filter(({ low, high }) => low < high).map(({ partition, high }) => [partition, high]),
);

// A group of its own, since every process needs all partitions; nothing is committed: a restart reads again.
const consumer = kafka.consumer({ groupId: `hr-node-sample-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topics: [STATE, EVENTS], fromBeginning: true });

const finished = new Promise((resolve) => {
  const check = () => unread.size === 0 && resolve();
  consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      batch.messages.forEach(take);
      if (batch.topic === STATE && BigInt(batch.lastOffset()) + 1n >= (unread.get(batch.partition) ?? 0n)) {
        unread.delete(batch.partition);
      }
      check();
    },
  });
  noted.forEach(({ topic, partition, high }) => consumer.seek({ topic, partition, offset: high.toString() }));
  check();
});

await finished;
if (once) {
  for (const [id, { sequence, record }] of candidates) {
    if (sequence !== ERASED) {
      console.log(JSON.stringify({ id, sequence, record }));
    }
  }
  await consumer.disconnect();
} else {
  console.error(`Begun with ${candidates.size} candidates`);
}
