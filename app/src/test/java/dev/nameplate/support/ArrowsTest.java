package dev.nameplate.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the packages, what each of them imports, and which package touches which library. The table
 * is {@code packages.txt} beside this test; it is exact, so an import that is not in it fails and
 * so does a line that no import needs any more.
 */
final class ArrowsTest {
  private static final String ROOT = "dev.nameplate";
  private static final int MOST_FILES = 30;
  private static final Path TABLE =
      Path.of("app/src/test/resources/dev/nameplate/support/packages.txt");
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Each outside library with the packages that may touch it. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("io.javalin..", List.of("http..")),
          Map.entry("org.eclipse.jetty..", List.of("http..")),
          Map.entry("jakarta.servlet..", List.of("http..")),
          Map.entry(
              "com.github.benmanes.caffeine..",
              List.of(
                  "pipeline..",
                  "serve..",
                  "store",
                  "layout",
                  "template.wording",
                  "template.library",
                  "text..",
                  "access..",
                  "fetch",
                  "edit",
                  "http.image",
                  "redis",
                  "usage")),
          Map.entry("com.twelvemonkeys..", List.of("asset.decode")),
          Map.entry("io.github.resilience4j..", List.of("fetch", "redis")),
          Map.entry("io.lettuce..", List.of("redis")),
          Map.entry("io.netty..", List.of("none")),
          Map.entry("okhttp3..", List.of("fetch")),
          Map.entry("okio..", List.of("fetch")),
          Map.entry("io.github.bucket4j..", List.of("access.ratelimit", "redis")),
          Map.entry("gg.jte..", List.of("studio", "batch.audit")),
          Map.entry("com.nimbusds..", List.of("access.token")),
          Map.entry("io.micrometer..", List.of("http.monitor")),
          Map.entry("io.prometheus..", List.of("none")),
          Map.entry("com.google.zxing..", List.of("render.code")),
          Map.entry("org.imgscalr..", List.of("render.paint")),
          Map.entry("liqp..", List.of("template.wording")),
          Map.entry(
              "com.fasterxml.jackson..",
              List.of(
                  "template..", "text.font", "http..", "preflight", "batch..", "api", "edit..")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("de.siegmar.fastcsv..", List.of("batch.csv..")),
          Map.entry("me.tongfei.progressbar..", List.of("batch.progress..")),
          Map.entry("java.awt.font..", List.of("text..")),
          Map.entry(
              "javax.imageio..",
              List.of("asset.decode", "encode.gif", "encode.jpeg", "encode.webp")));

  /** What Character answers from tables that change with the JDK; digit() is for ASCII here. */
  private static final Set<String> OF_TABLES =
      Set.of(
          "getType",
          "getName",
          "codePointOf",
          "getNumericValue",
          "getDirectionality",
          "isAlphabetic",
          "isDefined",
          "isDigit",
          "isIdentifierIgnorable",
          "isIdeographic",
          "isJavaIdentifierPart",
          "isJavaIdentifierStart",
          "isLetter",
          "isLetterOrDigit",
          "isLowerCase",
          "isMirrored",
          "isSpaceChar",
          "isTitleCase",
          "isUnicodeIdentifierPart",
          "isUnicodeIdentifierStart",
          "isUpperCase",
          "isWhitespace",
          "toLowerCase",
          "toTitleCase",
          "toUpperCase");

  private static boolean readsTables(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Character.class)
        && OF_TABLES.contains(access.getTarget().getName());
  }

  @Test
  void packages_import_exactlyWhatTheTableSays() throws IOException {
    String actual =
        imports().entrySet().stream()
            .map(e -> e.getKey() + " -> " + String.join(" ", e.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean("nameplate.update")) {
      Files.writeString(TABLE, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(TABLE));
    assertThat(Boolean.getBoolean("nameplate.update")).as("an update is no test").isFalse();
  }

  private static Map<String, Set<String>> imports() {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass type : PROGRAM) {
      Set<String> used = imports.computeIfAbsent(name(type), p -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT) && !name(target).equals(name(type))) {
          used.add(name(target));
        }
      }
    }
    return imports;
  }

  /** A package's name below the root; a dot for the root itself. */
  private static String name(JavaClass type) {
    String full = type.getPackageName();
    return full.equals(ROOT) ? "." : full.substring(ROOT.length() + 1);
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void packages_holdAtMostThirtyFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("app/src/main/java"))) {
      Map<Path, Long> counts =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(counts).allSatisfy((folder, n) -> assertThat(n).isLessThanOrEqualTo(MOST_FILES));
    }
  }

  static List<ArchRule> libraries() {
    return LIBRARIES.entrySet().stream().map(e -> library(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void library_isTouched_onlyInItsPackages(ArchRule rule) {
    rule.check(PROGRAM);
  }

  private static ArchRule library(String library, List<String> packages) {
    String[] allowed = packages.stream().map(name -> ROOT + "." + name).toArray(String[]::new);
    return classes()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(library)));
  }

  @Test
  void unicodeTables_ofTheJdk_areNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.BreakIterator")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.Normalizer")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Character.Subset.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Character.UnicodeScript.class)
        .orShould()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a method of Character asks Unicode's tables", ArrowsTest::readsTables))
        .because("JDK builds differ in their Unicode tables; ICU4J's are pinned")
        .check(PROGRAM);
  }

  @Test
  void geometry_knowsNoDrawingLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.nameplate.geometry..",
            "dev.nameplate.template..",
            "dev.nameplate.merge..",
            "dev.nameplate.scene..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.awt..")
        .check(PROGRAM);
  }

  @Test
  void environment_isRead_onlyInConfig() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.nameplate.config..")
        .and()
        .doNotHaveFullyQualifiedName("dev.nameplate.Main")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(PROGRAM);
  }

  @Test
  void addressesInSettings_areReadWithoutANameServer() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.nameplate.net..", "dev.nameplate.access..", "dev.nameplate.config..")
        .should()
        .callMethod(InetAddress.class, "getByName", String.class)
        .orShould()
        .callMethod(InetAddress.class, "getAllByName", String.class)
        .because("what is no address would be looked up as a host name")
        .check(PROGRAM);
  }
}
