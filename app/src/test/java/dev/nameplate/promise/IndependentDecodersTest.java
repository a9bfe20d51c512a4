package dev.nameplate.promise;

import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.TwoWays;
import dev.nameplate.template.Format;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decoders that others wrote read pictures of random scenes as the JDK's does; those of the shipped
 * templates are in {@link OnlyWhatChangesTest}.
 */
@RequiresTools({"pngcheck", "djpeg"})
final class IndependentDecodersTest {
  private static final int RANDOM_SCENES = 120;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  static Stream<Format> formats() {
    return Stream.of(Format.PNG, Format.JPEG);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void pictures_ofRandomScenes_areReadTheSame(Format format) {
    SceneFolder scenes = SceneFolder.make(folder, "scenes");
    TwoWays ways = new TwoWays(folder);
    new IndependentDecoders(folder)
        .check(
            format,
            LongStream.iterate(-1, seed -> seed - 1)
                .mapToObj(RandomScene::of)
                .filter(scene -> scene.look().format() == format)
                .limit(RANDOM_SCENES)
                .map(scene -> ways.joined(scenes.read(scene), scene.queries().get(0), scene.look()))
                .toList());
  }
}
