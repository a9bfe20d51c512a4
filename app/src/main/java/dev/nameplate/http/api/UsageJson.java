package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.api.UsageReport;
import dev.nameplate.usage.QuotaState;
import dev.nameplate.usage.UsageCounts;
import dev.nameplate.usage.UsageKey;
import java.time.ZoneOffset;

/** Writes counts of what was made. */
final class UsageJson {
  private UsageJson() {}

  /** The counts of some days with their sums. */
  static ObjectNode of(UsageReport report) {
    ObjectNode root = ApiJson.object();
    root.put("from", report.from().toString());
    root.put("to", report.to().toString());
    ArrayNode usage = root.putArray("usage");
    report
        .counts()
        .forEach(
            (key, counts) -> {
              ObjectNode node = usage.addObject();
              node.put("date", key.day().toString());
              node.put("template", key.template());
              if (key.subject().equals(UsageKey.NOBODY)) {
                node.putNull("sub");
              } else {
                node.put("sub", key.subject());
              }
              put(node, counts);
            });
    put(root.putObject("total"), report.total());
    report.quota().ifPresent(quota -> put(root.putObject("quota"), quota));
    return root;
  }

  private static void put(ObjectNode node, UsageCounts counts) {
    node.put("urls", counts.urls());
    node.put("pictures", counts.pictures());
    node.put("hits", counts.hits());
  }

  private static void put(ObjectNode node, QuotaState quota) {
    node.put("limit", quota.quota().orElse(0));
    node.put("used", quota.used());
    node.put("percent", quota.percent());
    node.put(
        "resets_at",
        quota.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
  }
}
