package dev.nameplate.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes of Java with the class path of the tests. In a build the program's classes come from
 * its jar, and ready from the archive of classes, so that processes start as users' do.
 */
public final class JavaProcess {
  /** Set by the build, whose jar is no older than the classes. */
  private static final boolean HAS_JAR = Boolean.getBoolean("nameplate.jar");

  private static final Path JAR = Path.of("app/target/nameplate.jar");
  private static final Path ARCHIVE = Path.of("app/target/nameplate.jsa");

  private JavaProcess() {}

  /**
   * Prepares a process in the working folder.
   *
   * @param options of the JVM, beside those for a quick start
   * @param main the name of the main class
   */
  public static ProcessBuilder of(List<String> options, String main, String... arguments) {
    return new ProcessBuilder(command(options, classPath(Stream.of()), main, arguments));
  }

  /**
   * The same with folders that come before the program's classes.
   *
   * @param classes folders of the class path
   */
  public static ProcessBuilder with(
      List<Path> classes, List<String> options, String main, String... arguments) {
    String path = classPath(classes.stream().map(Path::toString));
    return new ProcessBuilder(command(options, path, main, arguments));
  }

  private static List<String> command(
      List<String> options, String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.addAll(List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
    if (HAS_JAR && Files.exists(ARCHIVE)) {
      command.add("-XX:SharedArchiveFile=" + ARCHIVE);
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath(Stream<String> before) {
    Stream<String> jar = HAS_JAR ? Stream.of(JAR.toString()) : Stream.of();
    Stream<String> tests = Stream.of(System.getProperty("java.class.path"));
    return Stream.of(before, jar, tests)
        .flatMap(parts -> parts)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
