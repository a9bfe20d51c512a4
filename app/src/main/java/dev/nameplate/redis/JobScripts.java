package dev.nameplate.redis;

import io.lettuce.core.ScriptOutputType;
import java.util.List;

/**
 * What is done to a shared job in one step. The first key is that of the job's state, a hash; its
 * units are a stream beside it, read by one consumer group, of which each node is a consumer. An
 * entry is deleted once it is acknowledged. The second key is the index of all jobs by their last
 * change.
 */
final class JobScripts {
  /** Whether an entry is still that of a consumer, and notes of a change. */
  private static final String COMMON =
      """
      local job = KEYS[1]
      local units = job .. ':units'
      local group = 'nodes'
      local function changed()
        redis.call('ZADD', KEYS[2], redis.call('INCR', KEYS[2] .. ':last'), ARGV[1])
      end
      local function done(entry)
        redis.call('XACK', units, group, entry)
        redis.call('XDEL', units, entry)
      end
      local function is_own(entry, node)
        local own = redis.pcall('XPENDING', units, group, entry, entry, 1, node)
        return not own.err and #own > 0
      end
      local function set_status(label, error, passing, now)
        redis.call('HSET', job, 'status', label, 'error', error, 'passing', passing, 'changed', now)
      end
      """;

  /** Id; key, spec, status, changed, sum; then the units. */
  static final RedisScript ENQUEUE =
      script(
          """
          if redis.call('EXISTS', job) == 1 then return 0 end
          redis.call('XGROUP', 'CREATE', units, group, '0', 'MKSTREAM')
          for at = 7, #ARGV do redis.call('XADD', units, '*', 'unit', ARGV[at]) end
          redis.call('HSET', job, 'key', ARGV[2], 'spec', ARGV[3], 'sum', ARGV[6],
            'pictures', 0, 'version', 0, 'left', #ARGV - 6)
          set_status(#ARGV > 6 and ARGV[4] or 'completed', '', '0', ARGV[5])
          changed()
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; node, now, how long what passes keeps it, how long a silent node is gone. */
  static final RedisScript TAKE =
      script(
          """
          local state = redis.call('HMGET', job, 'status', 'passing', 'changed')
          local paused = state[1] == 'paused' and state[2] == '1'
            and tonumber(ARGV[3]) >= tonumber(state[3]) + tonumber(ARGV[4])
          if not (state[1] == 'queued' or state[1] == 'running' or paused) then return {} end
          local left = {'0-0'}
          local entry
          repeat
            left = redis.call('XAUTOCLAIM', units, group, ARGV[2], ARGV[5], left[1], 'COUNT', 1)
            entry = left[2][1]
          until entry or left[1] == '0-0'
          local times = 1
          if entry then
            times = redis.call('XPENDING', units, group, entry[1], entry[1], 1)[1][4]
          else
            local read =
              redis.call('XREADGROUP', 'GROUP', group, ARGV[2], 'COUNT', 1, 'STREAMS', units, '>')
            if not read or not read[1] then return {} end
            entry = read[1][2][1]
          end
          if state[1] ~= 'running' then
            set_status('running', '', '0', ARGV[3])
            changed()
          end
          return {entry[1], entry[2][2], times}
          """,
          ScriptOutputType.MULTI);

  /** Id; entry, node. Makes the entry as if it had been taken now, and not one time more. */
  static final RedisScript BEAT =
      script(
          """
          if not is_own(ARGV[2], ARGV[3]) then return 0 end
          redis.call('XCLAIM', units, group, ARGV[3], 0, ARGV[2], 'JUSTID')
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; entry, node, unit. */
  static final RedisScript GIVE_BACK =
      script(
          """
          if not is_own(ARGV[2], ARGV[3]) then return 0 end
          redis.call('XADD', units, '*', 'unit', ARGV[4])
          done(ARGV[2])
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; entry. */
  static final RedisScript DROP =
      script(
          """
          done(ARGV[2])
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; entry, node; then each part's unit and rows. */
  static final RedisScript SPLIT =
      script(
          """
          if not is_own(ARGV[2], ARGV[3]) then return 0 end
          local parts = 0
          for at = 4, #ARGV, 2 do
            redis.call('HSET', job .. ':rows', ARGV[at], ARGV[at + 1])
            redis.call('XADD', units, '*', 'unit', ARGV[at])
            parts = parts + 1
          end
          redis.call('HINCRBY', job, 'left', parts - 1)
          done(ARGV[2])
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; entry, unit, rows, version before, sum, pictures, now. */
  static final RedisScript COMMIT =
      script(
          """
          local state = redis.call('HMGET', job, 'status', 'version')
          local live = state[1] == 'queued' or state[1] == 'running' or state[1] == 'paused'
          if not live then
            done(ARGV[2])
            return 2
          end
          if redis.call('HEXISTS', job .. ':done', ARGV[3]) == 1 then
            done(ARGV[2])
            return 0
          end
          if state[2] ~= ARGV[5] then return 1 end
          redis.call('HSET', job .. ':done', ARGV[3], ARGV[4])
          redis.call('HSET', job, 'sum', ARGV[6], 'pictures', ARGV[7])
          redis.call('HINCRBY', job, 'version', 1)
          if redis.call('HINCRBY', job, 'left', -1) == 0 then
            set_status('completed', '', '0', ARGV[8])
          end
          done(ARGV[2])
          changed()
          return 0
          """,
          ScriptOutputType.INTEGER);

  /** Id; sum, pictures. */
  static final RedisScript PROGRESS =
      script(
          """
          if redis.call('EXISTS', job) == 0 then return 0 end
          redis.call('HSET', job, 'sum', ARGV[2], 'pictures', ARGV[3])
          redis.call('HINCRBY', job, 'version', 1)
          changed()
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; statuses, status, error, passing, now. */
  static final RedisScript STATUS =
      script(
          """
          local status = redis.call('HGET', job, 'status')
          if not status or not string.find(',' .. ARGV[2] .. ',', ',' .. status .. ',', 1, true) then
            return 0
          end
          set_status(ARGV[3], ARGV[4], ARGV[5], ARGV[6])
          changed()
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id; how long a silent node is gone, how long it is told that the job was removed. */
  static final RedisScript REMOVE =
      script(
          """
          local status = redis.call('HGET', job, 'status')
          local live = status == 'queued' or status == 'running' or status == 'paused'
          if live then return 0 end
          local taken = redis.pcall('XPENDING', units, group, '-', '+', 100)
          for _, entry in ipairs(taken.err and {} or taken) do
            if entry[3] < tonumber(ARGV[2]) then return 0 end
          end
          redis.call('SET', job .. ':removed', '1', 'PX', ARGV[3])
          redis.call('ZREM', KEYS[2], ARGV[1])
          for _, part in ipairs({'', ':units', ':files', ':rows', ':done', ':labels', ':pictures',
              ':notes'}) do
            redis.call('UNLINK', job .. part)
          end
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Id. */
  static final RedisScript NUMBER =
      script(
          """
          return redis.call('EXISTS', job) == 1 and redis.call('HINCRBY', job, 'numbers', 1) or 0
          """,
          ScriptOutputType.INTEGER);

  /** Id; label, number, note, picture. */
  static final RedisScript PICTURE =
      script(
          """
          local known = redis.call('HGET', job .. ':labels', ARGV[2])
          if known then return known end
          if redis.call('EXISTS', job) == 0 then return ARGV[4] end
          redis.call('HSET', job .. ':pictures', ARGV[3], ARGV[5])
          redis.call('HSET', job .. ':labels', ARGV[2], ARGV[4])
          return ARGV[4]
          """,
          ScriptOutputType.VALUE);

  /** For all jobs that have not ended: units that nobody has taken, and that nodes have taken. */
  static final RedisScript LOAD =
      RedisScript.of(
          """
          local lag = 0
          local pending = 0
          for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
            local job = ARGV[1] .. id
            local status = redis.call('HGET', job, 'status')
            if status == 'queued' or status == 'running' or status == 'paused' then
              local taken = redis.call('XPENDING', job .. ':units', 'nodes')[1]
              pending = pending + taken
              lag = lag + redis.call('XLEN', job .. ':units') - taken
            end
          end
          return {lag, pending}
          """,
          ScriptOutputType.MULTI);

  static final List<RedisScript> ALL =
      List.of(
          ENQUEUE, TAKE, BEAT, GIVE_BACK, DROP, SPLIT, COMMIT, PROGRESS, STATUS, REMOVE, NUMBER,
          PICTURE, LOAD);

  private JobScripts() {}

  private static RedisScript script(String text, ScriptOutputType output) {
    return RedisScript.of(COMMON + text, output);
  }
}
