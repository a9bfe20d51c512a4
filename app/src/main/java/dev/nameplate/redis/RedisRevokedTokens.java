package dev.nameplate.redis;

import dev.nameplate.access.token.RevokedTokens;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ids of revoked tokens, which all nodes share: those in the files of the nodes, and what an
 * operator adds to the set {@value #KEY} in Redis. While Redis is down what was read last holds,
 * and one that was emptied gets it back: it lacks the member {@value #MARK}.
 */
final class RedisRevokedTokens implements RevokedTokens {
  static final String KEY = "np:revoked";
  private static final String MARK = "#";

  private final RedisLink link;
  private final Supplier<Set<String>> listed;
  private volatile Set<String> shared = Set.of();
  private volatile Set<String> sent = Set.of();

  /**
   * @param listed the ids in this node's file, read again where it has changed
   */
  RedisRevokedTokens(RedisLink link, Supplier<Set<String>> listed) {
    this.link = link;
    this.listed = listed;
  }

  @Override
  public boolean isRevoked(String id) {
    return shared.contains(id) || listed.get().contains(id);
  }

  /** Tells the others what is new in the file, and reads what they have told. Returns at once. */
  CompletableFuture<Void> refresh() {
    Set<String> own = listed.get();
    CompletableFuture<?> telling =
        sent.containsAll(own)
            ? CompletableFuture.completedFuture(0L)
            : add(own).thenAccept(added -> sent = own);
    return telling
        .thenCompose(told -> link.post(redis -> redis.smembers(KEY)))
        .thenCompose(this::read);
  }

  private CompletableFuture<Long> add(Collection<String> ids) {
    byte[][] members =
        ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    return link.post(redis -> redis.sadd(KEY, members));
  }

  private CompletableFuture<Void> read(Set<byte[]> members) {
    Set<String> ids =
        members.stream()
            .map(id -> new String(id, StandardCharsets.UTF_8))
            .collect(Collectors.toUnmodifiableSet());
    if (ids.contains(MARK)) {
      shared = ids;
      return CompletableFuture.completedFuture(null);
    }
    Set<String> known = new HashSet<>(shared);
    known.addAll(ids);
    known.add(MARK);
    shared = Set.copyOf(known);
    return add(known).thenAccept(added -> {});
  }
}
