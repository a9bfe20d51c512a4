package dev.nameplate.support;

import dev.nameplate.boot.Application;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Threads that ask an application for a few pictures in seeded order, some with a tag they hold,
 * and compare every answer with what the pipeline draws for it.
 *
 * <p>Each thread asks for every picture once; with the system property {@code
 * nameplate.soak.seconds} it goes on for so long.
 */
public final class Soak {
  /** How many ask at once, each over a connection of its own. */
  public static final int THREADS = 64;

  /** How many pictures they ask for. */
  public static final int KEYS = 16;

  private static final long SEED = 20_260_101;
  private static final List<String> TEMPLATES = List.of("welcome", "loyalty-card");
  private static final List<Format> FORMATS = List.of(Format.PNG, Format.JPEG);
  private static final int ONE_IN_THIS_HOLDS = 4;

  private final Application application;
  private final long seconds = Long.getLong("nameplate.soak.seconds", 0);
  private final List<Expected> pictures;
  private final Set<Seen> right = ConcurrentHashMap.newKeySet();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong provisional = new AtomicLong();
  private final CountDownLatch start = new CountDownLatch(THREADS);

  /**
   * @param name that the names in all its pictures begin with
   */
  public Soak(Application application, String name) {
    this.application = application;
    this.pictures = IntStream.range(0, KEYS).mapToObj(key -> expected(name, key)).toList();
  }

  /**
   * What came of it.
   *
   * @param provisional answers that were compressed fast
   * @param wrong what was wrong with answers
   */
  public record Tally(long asked, long provisional, List<String> wrong) {
    public Tally {
      wrong = List.copyOf(wrong);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  private record Expected(String target, String etag, byte[] bytes, int[] pixels) {}

  /** Bytes that came for a target. */
  private record Seen(String target, ByteBuffer bytes) {}

  private Expected expected(String name, int key) {
    Template template =
        application.templates().find(TEMPLATES.get(key % TEMPLATES.size())).orElseThrow();
    Format format = FORMATS.get(key / TEMPLATES.size() % FORMATS.size());
    String query = "name=" + name + (char) ('a' + key);
    RawQuery raw = new RawQuery(query);
    // Compressed at best effort, so these bytes are the final ones.
    byte[] bytes =
        TestApplication.draw(TestApplication.template(template.id()), query, Scale.ONE, format);
    RenderKey identity =
        application
            .pipeline()
            .key(template, application.pipeline().merge(template, raw), Scale.ONE, format);
    String target = "/i/" + template.id() + "." + format.ending() + "?" + query;
    return new Expected(target, identity.etag(), bytes, pixels(bytes));
  }

  /** Lets all of them ask, and waits for the last. */
  public Tally run() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> clients = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(number -> clients.add(() -> ask(number)));
      for (Future<Boolean> client : threads.invokeAll(clients)) {
        client.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
    return new Tally(asked.get(), provisional.get(), List.copyOf(wrong));
  }

  private boolean ask(int number) throws InterruptedException {
    Random random = new Random(SEED + number);
    try (KeepAlive connection = new KeepAlive(application.port())) {
      start.countDown();
      start.await();
      long begun = System.nanoTime();
      for (int first = random.nextInt(KEYS), turn = 0; turn < KEYS; turn++) {
        ask(connection, pictures.get((first + turn) % KEYS), false);
      }
      while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(seconds)) {
        Expected picture = pictures.get(random.nextInt(KEYS));
        ask(connection, picture, random.nextInt(ONE_IN_THIS_HOLDS) == 0);
      }
    }
    return true;
  }

  private void ask(KeepAlive connection, Expected picture, boolean holds) {
    asked.incrementAndGet();
    RawSocket.Answer answer =
        holds
            ? connection.ask("GET", picture.target(), "If-None-Match: " + picture.etag())
            : connection.get(picture.target());
    if (!(holds ? isUnmodified(answer, picture) : isExpected(answer, picture))) {
      wrong.add(picture.target() + ": " + answer.head().lines().limit(20).toList());
    }
  }

  private static boolean isUnmodified(RawSocket.Answer answer, Expected picture) {
    return answer.status() == 304
        && answer.header("ETag").equals(picture.etag())
        && answer.header("Content-Length").isEmpty();
  }

  private boolean isExpected(RawSocket.Answer answer, Expected picture) {
    if (answer.status() != 200 || !answer.header("ETag").equals(picture.etag())) {
      return false;
    }
    if (!Arrays.equals(answer.body(), picture.bytes())) {
      provisional.incrementAndGet();
      Seen file = new Seen(picture.target(), ByteBuffer.wrap(answer.body()));
      return right.contains(file)
          || (Arrays.equals(pixels(answer.body()), picture.pixels()) && isNoted(file));
    }
    return true;
  }

  /** Notes a file, so that no one decodes it again. */
  private boolean isNoted(Seen file) {
    right.add(file);
    return true;
  }

  private static int[] pixels(byte[] file) {
    try {
      return Pictures.argb(ImageIO.read(new ByteArrayInputStream(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
