package dev.nameplate.redis;

import dev.nameplate.support.RedisServer;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All keys of a Redis and all that they hold. */
final class RedisContent {
  private RedisContent() {}

  /** Each byte as a character. */
  static List<String> of(RedisServer redis) {
    RedisClient client = RedisClient.create(RedisURI.create(redis.uri()));
    List<String> all = new ArrayList<>();
    try (StatefulRedisConnection<byte[], byte[]> connection =
        client.connect(ByteArrayCodec.INSTANCE)) {
      RedisCommands<byte[], byte[]> commands = connection.sync();
      for (byte[] key : keys(commands)) {
        all.add(latin(key));
        switch (commands.type(key)) {
          case "string" -> all.add(latin(commands.get(key)));
          case "set" -> commands.smembers(key).forEach(member -> all.add(latin(member)));
          case "zset" -> commands.zrange(key, 0, -1).forEach(member -> all.add(latin(member)));
          case "list" -> commands.lrange(key, 0, -1).forEach(member -> all.add(latin(member)));
          case "hash" ->
              commands
                  .hgetall(key)
                  .forEach((field, value) -> all.add(latin(field) + ' ' + latin(value)));
          case "stream" ->
              commands
                  .xrange(key, Range.unbounded())
                  .forEach(
                      message ->
                          message
                              .getBody()
                              .forEach((field, value) -> all.add(latin(field) + latin(value))));
          default -> throw new AssertionError("an unknown type: " + latin(key));
        }
      }
    } finally {
      client.shutdown();
    }
    return all;
  }

  private static List<byte[]> keys(RedisCommands<byte[], byte[]> commands) {
    List<byte[]> keys = new ArrayList<>();
    ScanIterator.scan(commands).forEachRemaining(keys::add);
    return keys;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
