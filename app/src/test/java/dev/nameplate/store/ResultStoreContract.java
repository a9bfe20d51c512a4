package dev.nameplate.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of results does, wherever it keeps them. */
public abstract class ResultStoreContract {
  protected static final Duration LONG = Duration.ofHours(1);

  /** An empty store with space for at least a million bytes. */
  protected abstract ResultStore store();

  /** Lets time pass for the store. */
  protected abstract void pass(Duration time);

  @Test
  void unknownKey_isAbsent() {
    assertThat(get(store(), key(1))).isEmpty();
  }

  @Test
  void pictureOfEveryFormat_comesBack_byteForByte() {
    ResultStore store = store();
    int number = 0;
    for (Format format : Format.values()) {
      RenderKey key = key(number++);
      store.put(key, picture(format, "of " + format), LONG);
      EncodedPicture back = get(store, key).orElseThrow();
      assertThat(back.format()).isEqualTo(format);
      assertThat(text(back)).isEqualTo("of " + format);
    }
  }

  @Test
  void laterPicture_takesTheEarlierOnesPlace() {
    ResultStore store = store();
    store.put(key(1), picture(Format.PNG, "first"), LONG);
    store.put(key(1), picture(Format.PNG, "second"), LONG);
    assertThat(get(store, key(1)).map(ResultStoreContract::text)).contains("second");
  }

  @Test
  void otherKeys_areOtherPictures() {
    ResultStore store = store();
    store.put(key(1), picture(Format.PNG, "one"), LONG);
    store.put(key(2), picture(Format.PNG, "two"), LONG);
    assertThat(get(store, key(1)).map(ResultStoreContract::text)).contains("one");
    assertThat(get(store, key(2)).map(ResultStoreContract::text)).contains("two");
    assertThat(get(store, key(3))).isEmpty();
  }

  @Test
  void pictureCompressedFast_isReplacedByTheBest_andNeverReplacesIt() {
    ResultStore store = store();
    EncodedPicture fast = picture(Format.PNG, "fast").at(Effort.FAST);
    store.put(key(1), fast, LONG);
    assertThat(get(store, key(1)).map(EncodedPicture::effort)).contains(Effort.FAST);
    store.put(key(1), picture(Format.PNG, "best"), LONG);
    store.put(key(1), fast, LONG);
    assertThat(get(store, key(1)).map(ResultStoreContract::text)).contains("best");
    assertThat(get(store, key(1)).map(EncodedPicture::effort)).contains(Effort.BEST);
  }

  @Test
  void entry_isThere_untilItsTimeIsOver() {
    ResultStore store = store();
    store.put(key(1), picture(Format.PNG, "short"), Duration.ofSeconds(10));
    store.put(key(2), picture(Format.PNG, "long"), LONG);
    pass(Duration.ofSeconds(9));
    assertThat(get(store, key(1))).isPresent();
    pass(Duration.ofSeconds(2));
    assertThat(get(store, key(1))).isEmpty();
    assertThat(get(store, key(2))).isPresent();
  }

  @Test
  void noTimeAtAll_keepsNothing() {
    ResultStore store = store();
    store.put(key(1), picture(Format.PNG, "zero"), Duration.ZERO);
    store.put(key(2), picture(Format.PNG, "past"), Duration.ofSeconds(-1));
    assertThat(get(store, key(1))).isEmpty();
    assertThat(get(store, key(2))).isEmpty();
  }

  @Test
  void pictureLargerThanAnyStore_isRefused_withoutAWord() {
    ResultStore store = store();
    byte[] huge = new byte[1 << 20];
    List<byte[]> parts = new ArrayList<>();
    for (int part = 0; part < 1000; part++) {
      parts.add(huge);
    }
    store.put(key(1), new EncodedPicture(Format.PNG, parts), LONG);
    assertThat(get(store, key(2))).isEmpty();
  }

  @Test
  void manyThreads_seeWholePictures() throws Exception {
    ResultStore store = store();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int number = i % 5;
        all.add(
            threads.submit(
                () -> {
                  String text = String.valueOf(number).repeat(50);
                  store.put(key(number), picture(Format.PNG, text), LONG);
                  get(store, key(number))
                      .ifPresent(found -> assertThat(text(found)).isEqualTo(text));
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  protected static Optional<EncodedPicture> get(ResultStore store, RenderKey key) {
    return store.get(key).toCompletableFuture().join();
  }

  protected static RenderKey key(int number) {
    return new RenderKey(String.format("%032x", number));
  }

  /** In two parts, as real files have many. */
  protected static EncodedPicture picture(Format format, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new EncodedPicture(
        format, List.of(Arrays.copyOf(bytes, 2), Arrays.copyOfRange(bytes, 2, bytes.length)));
  }

  protected static String text(EncodedPicture picture) {
    return new String(picture.toByteArray(), StandardCharsets.UTF_8);
  }
}
