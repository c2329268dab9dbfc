package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryIndex;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexEntry;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One page of the services of a product line and the environments that they run in, ready to be printed.
 *
 * @param lines the product lines to choose from
 * @param line the chosen one; empty where there is none to choose
 * @param filter what the names of the services contain
 */
public record Matrix(
        List<Choice> lines, String line, String filter, List<Column> columns, List<Row> rows, MatrixPages pages) {
    /** How many services a page has. */
    static final int PAGE = 50;

    /** A product line to choose. */
    public record Choice(String name, String address, boolean chosen) {}

    /** An environment on a cluster. */
    public record Column(String environment, String cluster, boolean simulated) implements Comparable<Column> {
        @Override
        public int compareTo(Column other) {
            int byEnvironment = environment.compareTo(other.environment);
            return byEnvironment == 0 ? cluster.compareTo(other.cluster) : byEnvironment;
        }
    }

    /** A service; a cell is null where it does not run. */
    public record Row(String service, List<Cell> cells) {}

    static Matrix of(MatrixQuery query, Readers readers) {
        List<IndexedLine> visible = visible(readers);
        List<String> names =
                visible.stream().map(IndexedLine::line).distinct().sorted().toList();
        if (names.isEmpty()) {
            return new Matrix(List.of(), "", query.filter(), List.of(), List.of(), MatrixPages.NONE);
        }
        String line = names.contains(query.line()) ? query.line() : names.get(0);
        List<Choice> choices = names.stream()
                .map(name -> new Choice(name, query.address(name, 1), name.equals(line)))
                .toList();
        List<IndexedLine> chosen =
                visible.stream().filter(indexed -> indexed.line().equals(line)).toList();
        List<String> services = services(chosen, query);
        MatrixPages pages = MatrixPages.of(query, line, services.size());
        List<Column> columns = columns(chosen);
        return new Matrix(
                choices, line, query.filter(), columns, rows(pages.cut(services), columns, chosen, readers), pages);
    }

    /** Whether nothing was ever delivered that the reader may see. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static List<IndexedLine> visible(Readers readers) {
        return DeliveryIndex.get().lines().stream()
                .map(line -> line.only(
                        line.entries().stream().filter(readers::mayRead).toList()))
                .filter(line -> !line.entries().isEmpty())
                .toList();
    }

    private static List<String> services(List<IndexedLine> chosen, MatrixQuery query) {
        return List.copyOf(chosen.stream()
                .flatMap(line -> line.entries().stream())
                .map(IndexEntry::service)
                .filter(query::matches)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<Column> columns(List<IndexedLine> chosen) {
        TreeSet<Column> columns = new TreeSet<>();
        chosen.forEach(line -> line.entries()
                .forEach(entry -> columns.add(new Column(entry.environment(), line.cluster(), line.simulated()))));
        return List.copyOf(columns);
    }

    private static List<Row> rows(
            List<String> services, List<Column> columns, List<IndexedLine> chosen, Readers readers) {
        Map<String, Map<Column, IndexEntry>> byService = new HashMap<>();
        services.forEach(service -> byService.put(service, new HashMap<>()));
        for (IndexedLine line : chosen) {
            for (IndexEntry entry : line.entries()) {
                Column column = new Column(entry.environment(), line.cluster(), line.simulated());
                byService.computeIfPresent(entry.service(), (service, cells) -> {
                    cells.put(column, entry);
                    return cells;
                });
            }
        }
        return services.stream()
                .map(service -> new Row(service, cells(byService.get(service), columns, readers)))
                .toList();
    }

    private static List<Cell> cells(Map<Column, IndexEntry> entries, List<Column> columns, Readers readers) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            IndexEntry entry = entries.get(column);
            cells.add(entry == null ? null : Cell.of(entry, readers));
        }
        return cells;
    }
}
