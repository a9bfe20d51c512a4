package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.BuildDigest;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.pipeline.background.BackgroundFiles;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.Fonts;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 4 and 11: a picture made of stored backgrounds is, pixel for pixel, the picture painted
 * whole, and a damaged file is made again.
 */
final class StoredBackgroundsTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final long BUDGET = 1L << 30;
  private static final long PLENTY = 128L << 20;

  /** A heap from which a hundred small templates push each other out. */
  private static final long FEW = 256L << 10;

  private static final int TEMPLATE_COUNT = 100;
  private static final EngineIdentity ENGINE = new EngineIdentity("this", "build", "fonts");
  private static final EngineIdentity THIS_BUILD = BuildDigest.engine(Fonts.shipped());
  private static final List<Look> LOOKS =
      List.of(
          new Look(Scale.ONE, Format.PNG, Effort.FAST),
          new Look(Scale.ONE, Format.JPEG, Effort.FAST),
          new Look(Scale.TWO, Format.PNG, Effort.FAST));

  private static final List<Look> SMALL = LOOKS.subList(0, 2);

  /** Drawn at 2x too: flat colors, a photograph, transparency and choices. */
  private static final Set<String> LARGE =
      Set.of("coupon", "event-badge", "loyalty-card", "welcome");

  /** The pixels of pictures that were compared with those painted whole. */
  private final Map<Seen, Integer> compared = new HashMap<>();

  /** The pixels of files that were decoded. */
  private final Map<ByteBuffer, Integer> decoded = new HashMap<>();

  private record Seen(String template, String sample, Look look) {}

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  static Stream<Template> templates() {
    return new TemplateLibrary(TEMPLATES, List.of()).all().stream();
  }

  /** In a folder with what other tests of this build have prepared. */
  @ParameterizedTest
  @MethodSource("templates")
  void picture_fromAWarmFolder_isThePicturePaintedWhole_andNothingIsPreparedAgain(Template template)
      throws IOException {
    List<Look> looks = LARGE.contains(template.id()) ? LOOKS : SMALL;
    Path shared = PreparedWork.in(folder);
    try (WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(shared), BUDGET))) {
      draw(template, PLENTY, work, THIS_BUILD, looks);
      Map<Path, Object> files = identities(shared);
      draw(template, 0, work, THIS_BUILD, looks);
      draw(template, PLENTY, work, THIS_BUILD, looks);
      assertThat(identities(shared)).isEqualTo(files);
    }
  }

  @Test
  void file_thatIsCutOff_flippedByABit_orOfAnotherBuild_isMadeAgain() throws IOException {
    Template template = templates().filter(one -> one.id().equals("pickup")).findFirst().get();
    draw(template, PLENTY, new EngineIdentity("another", "build", "fonts"), SMALL);
    Map<Path, byte[]> others = files();
    draw(template, PLENTY, ENGINE, SMALL);
    Map<Path, byte[]> own = files();
    own.keySet().removeAll(others.keySet());
    assertThat(own).as("strips of each, pixels of the scale").hasSizeGreaterThan(SMALL.size());
    byte[] foreign = others.values().iterator().next();
    Random random = new Random(19);
    for (Map.Entry<Path, byte[]> file : own.entrySet()) {
      byte[] good = file.getValue();
      byte[] flipped = good.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      int cut = random.nextInt(good.length);
      for (byte[] bad : List.of(Arrays.copyOf(good, cut), flipped, foreign, new byte[0])) {
        Files.write(file.getKey(), bad);
        draw(template, 0, ENGINE, SMALL);
        draw(template, PLENTY, ENGINE, SMALL);
        assertThat(Files.readAllBytes(file.getKey())).as("%s", file.getKey()).isEqualTo(good);
      }
    }
  }

  @Test
  void folder_thatCannotBeUsed_leavesPicturesRight() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    Template template = templates().findFirst().orElseThrow();
    try (WorkFolder none = WorkFolder.open(new WorkSettings(Optional.of(file), BUDGET))) {
      draw(template, PLENTY, none, ENGINE, SMALL);
    }
    try (WorkFolder full = WorkFolder.open(new WorkSettings(Optional.of(folder), 0))) {
      draw(template, PLENTY, full, ENGINE, SMALL);
      draw(template, 0, full, ENGINE, SMALL);
    }
  }

  @Test
  void twoProcesses_shareAFolder_andOneGoesOnWithoutTheOther() throws IOException {
    Template template = templates().findFirst().orElseThrow();
    try (WorkFolder one = WorkFolder.open(new WorkSettings(Optional.of(folder), BUDGET))) {
      try (WorkFolder other = WorkFolder.open(new WorkSettings(Optional.of(folder), BUDGET))) {
        draw(template, PLENTY, one, ENGINE, SMALL);
        Map<Path, byte[]> files = files();
        draw(template, 0, other, ENGINE, SMALL);
        assertUnchanged(files);
      }
      draw(template, 0, one, ENGINE, SMALL);
    }
  }

  @Test
  void hundredTemplates_onAHeapForFew_areRight_andAreNotPreparedAgainAfterARestart()
      throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    List<RandomScene> scenes =
        LongStream.range(0, TEMPLATE_COUNT).mapToObj(RandomScene::of).toList();
    List<Template> read = new ArrayList<>();
    for (RandomScene scene : scenes) {
      read.add(SceneFolder.make(templates, "scene-" + scene.seed()).read(scene));
    }
    List<Integer> order =
        new ArrayList<>(
            IntStream.range(0, 2 * scenes.size()).mapToObj(i -> i % scenes.size()).toList());
    Collections.shuffle(order, new Random(19));
    drawInOrder(templates, scenes, read, order);
    Map<Path, byte[]> files = files();
    assertThat(files).hasSizeGreaterThanOrEqualTo(TEMPLATE_COUNT);
    drawInOrder(templates, scenes, read, order);
    assertUnchanged(files);
  }

  private void drawInOrder(
      Path templates, List<RandomScene> scenes, List<Template> read, List<Integer> order) {
    try (WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(folder), BUDGET))) {
      BackgroundFiles files = new BackgroundFiles(() -> work, ENGINE);
      TwoWays ways =
          new TwoWays(templates, new TwoWays.Backgrounds(FEW, Optional.of(files), Runnable::run));
      for (int i = 0; i < order.size(); i++) {
        RandomScene scene = scenes.get(order.get(i));
        Template template = read.get(order.get(i));
        String query = scene.queries().get(i % 2);
        byte[] joined = ways.joined(template, query, scene.look());
        assertThat(ways.difference(joined, template, query, scene.look()))
            .as("'%s' of %s", query, scene)
            .isZero();
      }
    }
  }

  private void draw(Template template, long heap, EngineIdentity engine, List<Look> looks) {
    try (WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(folder), BUDGET))) {
      draw(template, heap, work, engine, looks);
    }
  }

  /**
   * Draws samples as a process would that starts now, and compares each, at its first time with the
   * picture painted whole. The second picture of a background reads all of its strips.
   */
  private void draw(
      Template template, long heap, WorkFolder work, EngineIdentity engine, List<Look> looks) {
    BackgroundFiles files = new BackgroundFiles(() -> work, engine);
    TwoWays ways =
        new TwoWays(TEMPLATES, new TwoWays.Backgrounds(heap, Optional.of(files), Runnable::run));
    for (Look look : looks) {
      List<Sample> samples = Sample.read(TEMPLATES, template.id());
      for (Sample sample : look.equals(LOOKS.get(0)) ? samples : samples.subList(0, 2)) {
        byte[] joined = ways.joined(template, sample.query(), look);
        int pixels =
            decoded.computeIfAbsent(
                ByteBuffer.wrap(joined),
                file -> Arrays.hashCode(Pictures.argb(Pictures.decode(joined))));
        Seen seen = new Seen(template.id(), sample.name(), look);
        if (compared.putIfAbsent(seen, pixels) == null) {
          assertThat(ways.difference(joined, template, sample.query(), look))
              .as("%s", seen)
              .isZero();
        }
        assertThat(compared).as("%s", seen).containsEntry(seen, pixels);
      }
    }
  }

  private Map<Path, byte[]> files() throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** Which files there are; one that is written again is another one. */
  private static Map<Path, Object> identities(Path work) throws IOException {
    Map<Path, Object> identities = new TreeMap<>();
    try (Stream<Path> all = Files.walk(work.resolve("cache"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        identities.put(file, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
      }
    }
    return identities;
  }

  private void assertUnchanged(Map<Path, byte[]> before) throws IOException {
    Map<Path, byte[]> now = files();
    assertThat(now.keySet()).isEqualTo(before.keySet());
    now.forEach((file, bytes) -> assertThat(bytes).as("%s", file).isEqualTo(before.get(file)));
  }
}
