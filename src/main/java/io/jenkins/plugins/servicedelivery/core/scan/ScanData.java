package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as maps, lists, texts and numbers in a fixed order, ready for JSON. */
public final class ScanData {
    private ScanData() {}

    /** The whole report. */
    public static Map<String, Object> of(ScanReport report) {
        Map<String, Object> blast = new LinkedHashMap<>();
        report.line().services().keySet().forEach(name -> blast.put(name.value(), texts(report.blastRadius(name))));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("line", report.line().name().value());
        data.put("passes", report.passes());
        data.put("services", texts(report.line().services().keySet()));
        data.put(
                "dependencies", report.dependencies().stream().map(ScanData::of).toList());
        data.put("cycles", report.cycles().stream().map(ScanData::texts).toList());
        data.put("startWaves", report.startWaves().stream().map(ScanData::texts).toList());
        data.put("blastRadius", blast);
        data.put("findings", report.findings().stream().map(ScanData::of).toList());
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("seen", report.filesSeen());
        files.put("read", report.filesRead());
        data.put("files", files);
        return data;
    }

    private static Map<String, Object> of(Dependency dependency) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", dependency.caller().value());
        data.put("to", dependency.called().value());
        data.put("standing", word(dependency.standing()));
        dependency.confidence().ifPresent(confidence -> data.put("confidence", word(confidence)));
        data.put("evidence", dependency.sightings().stream().map(ScanData::of).toList());
        return data;
    }

    private static Map<String, Object> of(Sighting sighting) {
        Map<String, Object> data = at(sighting.place());
        data.put("rule", sighting.rule());
        data.put("confidence", word(sighting.confidence()));
        data.put("text", sighting.text());
        return data;
    }

    private static Map<String, Object> of(Finding finding) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("severity", word(finding.severity()));
        data.put("rule", finding.rule());
        data.put("subject", finding.subject());
        data.put("message", finding.message());
        data.putAll(at(finding.place()));
        data.put("remedy", finding.remedy());
        return data;
    }

    private static Map<String, Object> at(Place place) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", place.file());
        data.put("line", place.line());
        data.put("column", place.column());
        return data;
    }

    private static List<String> texts(Collection<Name> names) {
        return names.stream().map(Name::value).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
