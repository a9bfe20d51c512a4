package dev.nameplate.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script, which Redis runs as one step.
 *
 * @param text of the script
 * @param digest by which Redis knows it once it is loaded
 * @param output what it returns
 */
record RedisScript(String text, String digest, ScriptOutputType output) {
  static RedisScript of(String text, ScriptOutputType output) {
    return new RedisScript(text, Base16.digest(text.getBytes(StandardCharsets.UTF_8)), output);
  }

  /** Runs it by its digest; where Redis has lost it, by its text. */
  <T> CompletionStage<T> run(
      RedisAsyncCommands<String, byte[]> redis, List<String> keys, byte[]... arguments) {
    String[] names = keys.toArray(String[]::new);
    return redis
        .<T>evalsha(digest, output, names, arguments)
        .exceptionallyCompose(
            failure ->
                isLost(failure)
                    ? redis.eval(text, output, names, arguments)
                    : CompletableFuture.failedFuture(failure));
  }

  private static boolean isLost(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RedisNoScriptException;
  }

  /** The bytes of a number in decimal digits. */
  static byte[] number(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }
}
