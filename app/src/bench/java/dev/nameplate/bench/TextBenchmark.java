package dev.nameplate.bench;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Laying out a line of forty characters, of one script and of several. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextBenchmark {
  private static final TextStyle STYLE =
      new TextStyle(
          "Inter",
          700,
          40,
          20,
          1,
          1.2,
          0,
          Alignment.START,
          VerticalAlignment.MIDDLE,
          Rgba.BLACK,
          Optional.empty(),
          Optional.empty());
  private static final Box BOX = new Box(0, 0, 1200, 80);

  @Param({
    "\u2068Maria\u2069, thank you for your order of today",
    "Hi \u2068محمد عبد الله\u2069, 王小明 Дмитрий 🎉 प्रिया"
  })
  public String text = "";

  private final Typesetter typesetter = new Typesetter(FontLibrary.load(Path.of("fonts")));

  /** The line set in its box. */
  @Benchmark
  public TextBlock line() {
    return typesetter.set(List.of(new Node.Rung(0, text)), STYLE, BOX, Locale.ENGLISH);
  }
}
