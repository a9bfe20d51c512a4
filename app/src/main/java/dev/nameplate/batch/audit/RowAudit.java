package dev.nameplate.batch.audit;

import dev.nameplate.batch.ReadRow;
import dev.nameplate.batch.RowResult;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Judges rows. Safe for several threads. */
final class RowAudit {
  private static final int LONG_URL = 255;
  private static final int HEX_OF_64_BITS = 16;

  private final Pipeline pipeline;
  private final UrlBatch.Job job;
  private final RowUrls urls;
  private final PictureDigests digests;

  RowAudit(Pipeline pipeline, UrlBatch.Job job, RowUrls urls, PictureDigests digests) {
    this.pipeline = pipeline;
    this.job = job;
    this.urls = urls;
    this.digests = digests;
  }

  /** What some rows in a row come to. */
  AudienceTally of(List<ReadRow> rows, long firstRow) {
    AudienceTally tally = new AudienceTally();
    long number = firstRow;
    for (ReadRow row : rows) {
      if (row.raw().isCounted()) {
        judge(row, number, tally);
        number++;
      }
    }
    return tally;
  }

  private void judge(ReadRow row, long number, AudienceTally tally) {
    switch (row.kind()) {
      case VALUES -> values(row, number, tally);
      case BLANK, EMPTY -> tally.rows.state(RowState.SKIPPED);
      default -> {
        tally.rows.state(RowState.FAILED);
        tally.rows.trouble(row.kind().words(), number);
        tally.fault(RowFault.UNREADABLE, new WorstRow(number, 0, sample(number, Map.of())));
      }
    }
  }

  private void values(ReadRow row, long number, AudienceTally tally) {
    RowResult result = urls.of(row.cells());
    tally.rows.state(result.state());
    Sample data = sample(number, urls.texts(row.cells()));
    if (result.state() == RowState.FAILED) {
      tally.fault(RowFault.UNREADABLE, new WorstRow(number, 0, data));
      return;
    }
    tally.rows.url(result.urlBytes());
    EnumMap<RowFault, Double> faults = new EnumMap<>(RowFault.class);
    fields(result, faults, tally);
    Fitted fitted = fitted(result.fields());
    if (fitted.cut()) {
      faults.put(RowFault.CUT, (double) letters(result));
    }
    if (fitted.percent() < 100) {
      faults.put(RowFault.SHRUNK, 100.0 - fitted.percent());
    }
    if (result.state() == RowState.FALLBACK) {
      faults.put(RowFault.FALLBACK, 0.0);
    }
    if (result.urlBytes() > LONG_URL) {
      faults.put(RowFault.LONG_URL, (double) result.urlBytes());
    }
    faults.forEach((fault, weight) -> tally.fault(fault, new WorstRow(number, weight, data)));
  }

  private void fields(RowResult result, Map<RowFault, Double> faults, AudienceTally tally) {
    for (ResolvedField field : result.fields().byName().values()) {
      String name = field.field().name();
      if (!urls.isMapped(name)) {
        continue;
      }
      tally.field(name, field.reason().map(MissingReason::label).orElse("given"));
      field.reason().ifPresent(why -> faults.merge(fault(field, why), 1.0, Double::sum));
    }
  }

  private static RowFault fault(ResolvedField field, MissingReason why) {
    boolean photo = field.field().kind() == FieldKind.IMAGE;
    return switch (why) {
      case MISSING, EMPTY -> RowFault.EMPTY;
      case UNMERGED -> RowFault.UNMERGED;
      case JUNK -> RowFault.JUNK;
      case INVALID -> photo ? RowFault.PHOTO : RowFault.INVALID;
      case UNDRAWABLE -> RowFault.UNDRAWABLE;
      case REFUSED -> photo ? RowFault.PHOTO : RowFault.REFUSED;
    };
  }

  /** How a picture's texts are fitted; set once for each different picture. */
  private Fitted fitted(MergedFields fields) {
    Template template = job.template();
    Format format = Format.ofEnding(job.options().format()).orElse(Format.PNG);
    String hex = pipeline.key(template, fields, job.options().scale(), format).hex();
    long digest = Long.parseUnsignedLong(hex.substring(0, HEX_OF_64_BITS), 16);
    OptionalInt known = digests.find(digest);
    if (known.isPresent()) {
      return Fitted.of(known.getAsInt());
    }
    Fitted fitted = Fitted.of(pipeline.place(template.design(fields.standard()), fields));
    digests.note(digest, fitted.packed());
    return fitted;
  }

  private static int letters(RowResult result) {
    return result.values().values().stream().mapToInt(String::length).sum();
  }

  private static Sample sample(long number, Map<String, String> values) {
    return new Sample("Row " + number, values);
  }
}
