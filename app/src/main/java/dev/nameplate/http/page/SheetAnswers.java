package dev.nameplate.http.page;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.preflight.RowSummary;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.serve.ImageService;
import dev.nameplate.studio.SheetPage;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What stands on a template's contact sheet: the matrix, and what became of each of its rows. */
final class SheetAnswers {
  private static final RowSummary UNKNOWN =
      new RowSummary(
          List.of(), List.of(new RowSummary.Line("the server is busy; load the page again", true)));

  private final ImageService images;

  SheetAnswers(ImageService images) {
    this.images = images;
  }

  /** The cells, laid out one after the other; without words where the server has no time for it. */
  CompletableFuture<List<SheetPage.Cell>> cells(
      Template template, List<Sample> samples, PageCall call) {
    List<Sample> rows = TestMatrix.of(template, samples);
    boolean may = rows.stream().allMatch(row -> call.mayDraw().getAsBoolean());
    CompletableFuture<List<RowSummary>> told =
        may ? happenings(template, rows) : CompletableFuture.completedFuture(List.of());
    return told.exceptionally(busy -> List.of()).thenApply(words -> cells(rows, words));
  }

  private CompletableFuture<List<RowSummary>> happenings(Template template, List<Sample> rows) {
    CompletableFuture<List<RowSummary>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Sample row : rows) {
      all = all.thenCompose(told -> with(told, template, row));
    }
    return all;
  }

  private CompletableFuture<List<RowSummary>> with(
      List<RowSummary> told, Template template, Sample row) {
    return images
        .explain(template, new RawQuery(row.query()), Scale.ONE)
        .thenApply(
            explanation -> {
              told.add(RowSummary.of(template, explanation));
              return told;
            });
  }

  /** All of the first row, of the others what differs from it. */
  private static List<SheetPage.Cell> cells(List<Sample> rows, List<RowSummary> told) {
    List<SheetPage.Cell> cells = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      RowSummary rowSummary =
          told.isEmpty()
              ? UNKNOWN
              : at == 0 ? told.get(0) : told.get(at).differencesFrom(told.get(0));
      cells.add(new SheetPage.Cell(rows.get(at), rowSummary));
    }
    return cells;
  }
}
