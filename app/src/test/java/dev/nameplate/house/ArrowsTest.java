package dev.nameplate.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rooms and their one-way arrows. */
final class ArrowsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.nameplate");

  /** Each room with the rooms it may import. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("geometry", List.of()),
          Map.entry("template", List.of("geometry")),
          Map.entry("merge", List.of("geometry", "template")),
          Map.entry("access", List.of("geometry", "template", "merge")),
          Map.entry("scene", List.of("geometry", "template", "merge")),
          Map.entry("text", List.of("geometry", "template", "merge", "scene")),
          Map.entry("asset", List.of("geometry", "template", "merge", "scene")),
          Map.entry("remote", List.of("geometry", "template", "merge", "scene", "asset")),
          Map.entry("layout", List.of("geometry", "template", "merge", "scene", "text", "asset")),
          Map.entry(
              "render",
              List.of("geometry", "template", "merge", "scene", "text", "asset", "layout")),
          Map.entry(
              "encode",
              List.of(
                  "geometry", "template", "merge", "scene", "text", "asset", "layout", "render")),
          Map.entry(
              "serve",
              List.of(
                  "geometry",
                  "template",
                  "merge",
                  "scene",
                  "text",
                  "asset",
                  "layout",
                  "render",
                  "encode",
                  "access")),
          Map.entry("studio", List.of("geometry", "template", "merge", "access", "serve", "tool")),
          Map.entry(
              "tool",
              List.of(
                  "geometry",
                  "template",
                  "merge",
                  "scene",
                  "text",
                  "asset",
                  "layout",
                  "render",
                  "encode",
                  "access",
                  "serve")),
          Map.entry(
              "batch",
              List.of(
                  "geometry",
                  "template",
                  "merge",
                  "scene",
                  "layout",
                  "text",
                  "encode",
                  "access",
                  "serve",
                  "tool")),
          Map.entry(
              "http",
              List.of(
                  "geometry",
                  "template",
                  "merge",
                  "scene",
                  "text",
                  "asset",
                  "layout",
                  "render",
                  "encode",
                  "access",
                  "serve",
                  "studio",
                  "tool")));

  /** Each outside library with the rooms that may touch it. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("io.javalin..", List.of("http")),
          Map.entry("org.eclipse.jetty..", List.of("http")),
          Map.entry("jakarta.servlet..", List.of("http")),
          Map.entry(
              "com.github.benmanes.caffeine..",
              List.of("serve", "layout", "text", "access", "remote")),
          Map.entry("com.twelvemonkeys..", List.of("asset")),
          Map.entry("io.github.resilience4j..", List.of("remote")),
          Map.entry("okhttp3..", List.of("remote")),
          Map.entry("okio..", List.of("remote")),
          Map.entry("io.github.bucket4j..", List.of("access")),
          Map.entry("io.micrometer..", List.of("http")),
          Map.entry("io.prometheus..", List.of()),
          Map.entry("com.google.zxing..", List.of("render")),
          Map.entry("org.imgscalr..", List.of("render")),
          Map.entry("liqp..", List.of("template")),
          Map.entry(
              "com.fasterxml.jackson..", List.of("template", "text", "http", "tool", "batch")),
          Map.entry("picocli..", List.of("config")),
          Map.entry("de.siegmar.fastcsv..", List.of("batch")),
          Map.entry("me.tongfei.progressbar..", List.of("batch")),
          Map.entry("java.awt.font..", List.of("text")),
          Map.entry("javax.imageio..", List.of("asset", "encode")));

  static List<ArchRule> roomArrows() {
    return MAY_IMPORT.entrySet().stream().map(e -> arrows(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest
  @MethodSource("roomArrows")
  void room_imports_onlyRoomsToItsLeft(ArchRule rule) {
    rule.check(HOUSE);
  }

  static List<ArchRule> libraryRooms() {
    return LIBRARIES.entrySet().stream().map(e -> library(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest
  @MethodSource("libraryRooms")
  void library_isTouched_onlyInItsRooms(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void rooms_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.nameplate.(*)..")
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
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
        .callMethod(Character.class, "getType", int.class)
        .orShould()
        .callMethod(Character.class, "getType", char.class)
        .because("JDK builds differ in their Unicode tables; ICU4J's are pinned")
        .check(HOUSE);
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
        .check(HOUSE);
  }

  @Test
  void environment_isRead_onlyAtTheRim() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.nameplate.config..")
        .and()
        .doNotHaveFullyQualifiedName("dev.nameplate.Main")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(HOUSE);
  }

  private static ArchRule arrows(String room, List<String> allowed) {
    DescribedPredicate<JavaClass> otherRoom =
        DescribedPredicate.describe(
            "a room that " + room + " may not import",
            type -> isOfAnotherRoom(type, room) && allowed.stream().noneMatch(a -> in(type, a)));
    return noClasses()
        .that()
        .resideInAPackage("dev.nameplate." + room + "..")
        .should()
        .dependOnClassesThat(otherRoom)
        .allowEmptyShould(true);
  }

  private static ArchRule library(String packages, List<String> rooms) {
    String[] allowed = rooms.stream().map(r -> "dev.nameplate." + r + "..").toArray(String[]::new);
    return classes()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(packages)));
  }

  private static boolean isOfAnotherRoom(JavaClass type, String room) {
    return type.getPackageName().startsWith("dev.nameplate") && !in(type, room);
  }

  private static boolean in(JavaClass type, String room) {
    String home = "dev.nameplate." + room;
    return type.getPackageName().equals(home) || type.getPackageName().startsWith(home + ".");
  }
}
