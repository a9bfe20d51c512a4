package dev.nameplate.redis;

import dev.nameplate.batch.share.JobBoard;
import io.lettuce.core.SetArgs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shared jobs in Redis, over a connection of their own: their values are larger than pictures. */
final class RedisJobBoard implements JobBoard {
  private static final String PREFIX = "np:job:";
  private static final String INDEX = "np:jobs";
  private static final Duration REMOVED = Duration.ofHours(1);
  private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:(\\S+)");

  private final RedisLink link;
  private final byte[] node = bytes(UUID.randomUUID().toString());
  private final AtomicLongArray load = new AtomicLongArray(2);

  /** Entries that this node has taken: no more than it has threads for jobs. */
  private final Set<String> working = ConcurrentHashMap.newKeySet();

  RedisJobBoard(RedisLink link) {
    this.link = link;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object bytes) {
    return new String((byte[]) bytes, StandardCharsets.UTF_8);
  }

  private static String part(String id, Part part) {
    return PREFIX + id + ":" + part.name().toLowerCase(Locale.ROOT);
  }

  private <T> T call(RedisLink.Command<T> command) throws IOException {
    return RedisLink.await(link.post(command));
  }

  /** Runs a script of a job; its id is the first argument. */
  private Object run(RedisScript script, String id, byte[]... arguments) throws IOException {
    byte[][] all = new byte[arguments.length + 1][];
    all[0] = bytes(id);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return call(redis -> script.<Object>run(redis, List.of(PREFIX + id, INDEX), all));
  }

  @Override
  public boolean isUp() {
    return link.isUp();
  }

  @Override
  public Optional<String> refusal() {
    if (!link.isUp()) {
      return Optional.of("Redis does not answer this node now, and jobs lie there; try again");
    }
    try {
      Matcher policy = POLICY.matcher(call(redis -> redis.info("memory")));
      String found = policy.find() ? policy.group(1) : "not told by INFO";
      return found.equals("noeviction")
          ? Optional.empty()
          : Optional.of(
              "the Redis of NAMEPLATE_REDIS may delete jobs: its maxmemory-policy is "
                  + found
                  + ", and jobs need noeviction. Set that, and name another Redis for pictures"
                  + " (NAMEPLATE_REDIS_CACHE); or set NAMEPLATE_REDIS_BATCHES=off, and each job"
                  + " stays on its node");
    } catch (IOException down) {
      return Optional.of("Redis does not answer this node now, and jobs lie there; try again");
    }
  }

  @Override
  public void enqueue(String id, State state, List<String> units) throws IOException {
    List<byte[]> arguments = new ArrayList<>();
    arguments.add(bytes(state.key()));
    arguments.add(state.spec());
    arguments.add(bytes(state.status().label()));
    arguments.add(RedisScript.number(state.status().changed()));
    arguments.add(state.progress().sum());
    units.forEach(unit -> arguments.add(bytes(unit)));
    Object unused = run(JobScripts.ENQUEUE, id, arguments.toArray(byte[][]::new));
  }

  @Override
  public Map<String, Long> changes() throws IOException {
    Map<String, Long> changes = new HashMap<>();
    call(redis -> redis.zrangeWithScores(INDEX, 0, -1))
        .forEach(job -> changes.put(text(job.getValue()), (long) job.getScore()));
    return changes;
  }

  @Override
  public Optional<State> state(String id) throws IOException {
    Map<String, byte[]> state = call(redis -> redis.hgetall(PREFIX + id));
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> texts = new HashMap<>();
    state.forEach((field, value) -> texts.put(field, field.equals("spec") ? "" : text(value)));
    return Optional.of(
        new State(
            texts.getOrDefault("key", ""),
            state.getOrDefault("spec", new byte[0]),
            new Status(
                texts.getOrDefault("status", ""),
                texts.getOrDefault("error", ""),
                texts.getOrDefault("passing", "").equals("1"),
                Long.parseLong(texts.getOrDefault("changed", "0"))),
            new Progress(
                state.getOrDefault("sum", new byte[0]),
                Long.parseLong(texts.getOrDefault("pictures", "0")),
                Long.parseLong(texts.getOrDefault("version", "0")))));
  }

  @Override
  public boolean wasRemoved(String id) throws IOException {
    return call(redis -> redis.exists(PREFIX + id + ":removed")) > 0;
  }

  @Override
  public Optional<Taken> take(String id, long now, Duration retry, Duration silent)
      throws IOException {
    List<?> taken =
        (List<?>)
            run(
                JobScripts.TAKE,
                id,
                node,
                RedisScript.number(now),
                RedisScript.number(retry.toMillis()),
                RedisScript.number(silent.toMillis()));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    working.add(text(taken.get(0)));
    return Optional.of(new Taken(text(taken.get(0)), text(taken.get(1)), (Long) taken.get(2)));
  }

  private boolean said(RedisScript script, String id, byte[]... arguments) throws IOException {
    return (Long) run(script, id, arguments) == 1;
  }

  @Override
  public boolean beat(String id, String message) throws IOException {
    return said(JobScripts.BEAT, id, bytes(message), node);
  }

  @Override
  public void abandon(Taken taken) {
    working.remove(taken.message());
  }

  @Override
  public void giveBack(String id, Taken taken) throws IOException {
    working.remove(taken.message());
    boolean unused =
        said(JobScripts.GIVE_BACK, id, bytes(taken.message()), node, bytes(taken.unit()));
  }

  @Override
  public void drop(String id, Taken taken) throws IOException {
    working.remove(taken.message());
    boolean unused = said(JobScripts.DROP, id, bytes(taken.message()));
  }

  @Override
  public void split(String id, Taken taken, Map<String, byte[]> parts) throws IOException {
    List<byte[]> arguments = new ArrayList<>(List.of(bytes(taken.message()), node));
    parts.forEach(
        (unit, rows) -> {
          arguments.add(bytes(unit));
          arguments.add(rows);
        });
    working.remove(taken.message());
    boolean unused = said(JobScripts.SPLIT, id, arguments.toArray(byte[][]::new));
  }

  @Override
  public Commit commit(
      String id, Taken taken, byte[] rows, Progress progress, long before, long now)
      throws IOException {
    long answer =
        (Long)
            run(
                JobScripts.COMMIT,
                id,
                bytes(taken.message()),
                bytes(taken.unit()),
                rows,
                RedisScript.number(before),
                progress.sum(),
                RedisScript.number(progress.pictures()),
                RedisScript.number(now));
    Commit commit = answer == 0 ? Commit.DONE : answer == 1 ? Commit.OUTDATED : Commit.ENDED;
    if (commit != Commit.OUTDATED) {
      working.remove(taken.message());
    }
    return commit;
  }

  @Override
  public void progress(String id, byte[] sum, long pictures) throws IOException {
    boolean unused = said(JobScripts.PROGRESS, id, sum, RedisScript.number(pictures));
  }

  @Override
  public boolean status(String id, String from, Status to) throws IOException {
    return said(
        JobScripts.STATUS,
        id,
        bytes(from),
        bytes(to.label()),
        bytes(to.error()),
        bytes(to.passing() ? "1" : "0"),
        RedisScript.number(to.changed()));
  }

  @Override
  public boolean remove(String id, Duration silent) throws IOException {
    return said(
        JobScripts.REMOVE,
        id,
        RedisScript.number(silent.toMillis()),
        RedisScript.number(REMOVED.toMillis()));
  }

  @Override
  public void put(String id, Part part, Map<String, byte[]> fields) throws IOException {
    Long unused = call(redis -> redis.hset(part(id, part), fields));
  }

  @Override
  public Optional<byte[]> get(String id, Part part, String field) throws IOException {
    return Optional.ofNullable(call(redis -> redis.hget(part(id, part), field)));
  }

  @Override
  public List<String> fields(String id, Part part) throws IOException {
    return call(redis -> redis.hkeys(part(id, part))).stream().sorted().toList();
  }

  @Override
  public long number(String id) throws IOException {
    return (Long) run(JobScripts.NUMBER, id);
  }

  @Override
  public String picture(String id, String label, long number, String note, byte[] sealed)
      throws IOException {
    byte[] there =
        (byte[])
            run(
                JobScripts.PICTURE,
                id,
                bytes(label),
                RedisScript.number(number),
                bytes(note),
                sealed);
    return text(there);
  }

  private static String task(String id, String task) {
    return PREFIX + id + ":task:" + task;
  }

  @Override
  public boolean takeTask(String id, String task, Duration time) throws IOException {
    SetArgs once = SetArgs.Builder.nx().px(time.toMillis());
    String answer = call(redis -> redis.set(task(id, task), node, once));
    return "OK".equals(answer);
  }

  @Override
  public void endTask(String id, String task) throws IOException {
    Long unused = call(redis -> redis.del(task(id, task)));
  }

  /** Asks how much there is to do; returns at once. */
  void measure() {
    var unused =
        link.<List<Object>>post(redis -> JobScripts.LOAD.run(redis, List.of(INDEX), bytes(PREFIX)))
            .thenAccept(
                found -> {
                  load.set(0, (Long) found.get(0));
                  load.set(1, (Long) found.get(1));
                });
  }

  /** How many units wait, of all jobs that have not ended, when it was asked last. */
  long waiting() {
    return load.get(0);
  }

  /** How many units this node works on. */
  long working() {
    return working.size();
  }

  /** How many units nodes work on, or worked on when they ended. */
  long taken() {
    return load.get(1);
  }
}
