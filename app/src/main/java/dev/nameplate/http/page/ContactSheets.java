package dev.nameplate.http.page;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.preflight.RowSummary;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.serve.ImageService;
import dev.nameplate.studio.SheetView;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a template's contact sheet shows: the matrix, and how the values of each row were read. */
final class ContactSheets {
  private static final RowSummary UNKNOWN =
      new RowSummary(
          List.of(), List.of(new RowSummary.Line("the server is busy; load the page again", true)));

  private final ImageService images;

  ContactSheets(ImageService images) {
    this.images = images;
  }

  /**
   * The cells, explained one after the other; without words where the server has no time for it.
   */
  CompletableFuture<List<SheetView.Cell>> cells(
      Template template, List<Sample> samples, PageRequest request) {
    List<Sample> rows = TestMatrix.of(template, samples);
    boolean may = rows.stream().allMatch(row -> request.mayDraw().getAsBoolean());
    CompletableFuture<List<RowSummary>> summaries =
        may ? summaries(template, rows) : CompletableFuture.completedFuture(List.of());
    return summaries.exceptionally(busy -> List.of()).thenApply(words -> cells(rows, words));
  }

  private CompletableFuture<List<RowSummary>> summaries(Template template, List<Sample> rows) {
    CompletableFuture<List<RowSummary>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Sample row : rows) {
      all = all.thenCompose(before -> with(before, template, row));
    }
    return all;
  }

  private CompletableFuture<List<RowSummary>> with(
      List<RowSummary> before, Template template, Sample row) {
    return images
        .explain(template, new RawQuery(row.query()), Scale.ONE)
        .thenApply(
            explanation -> {
              before.add(RowSummary.of(template, explanation));
              return before;
            });
  }

  /** All of the first row, of the others what differs from it. */
  private static List<SheetView.Cell> cells(List<Sample> rows, List<RowSummary> summaries) {
    List<SheetView.Cell> cells = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      RowSummary rowSummary =
          summaries.isEmpty()
              ? UNKNOWN
              : at == 0 ? summaries.get(0) : summaries.get(at).differencesFrom(summaries.get(0));
      cells.add(new SheetView.Cell(rows.get(at), rowSummary));
    }
    return cells;
  }
}
