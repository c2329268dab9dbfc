package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a value of any record of core, every optional part filled, so that no new part can be forgotten in a test. */
final class RecordSamples {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final ConfigRevision CONFIGURATION =
            ConfigRevision.of(Name.of("orders"), new TreeMap<>(Map.of("log.level", "info", "quote", "\"ä\n\"")));
    private static final ImageReference IMAGE =
            ImageReference.parse("registry.local:5000/shop/orders").at(Digest.of("an image"));
    private static final Version VERSION =
            Version.of(Name.of("orders"), IMAGE, CONFIGURATION.id(), List.of(new Port("http", 8080)), "/health");
    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(String.class, "some \"text\" with ünïcode"),
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 4),
            Map.entry(long.class, 5_000_000_000L),
            Map.entry(double.class, 0.01),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, TIME),
            Map.entry(Duration.class, Duration.ofMillis(90_500)),
            Map.entry(Name.class, Name.of("orders")),
            Map.entry(Digest.class, CONFIGURATION.id()),
            Map.entry(ImageReference.class, IMAGE),
            Map.entry(Weight.class, new Weight(25)),
            Map.entry(Port.class, new Port("http", 8080)),
            Map.entry(Route.class, Route.split("orders-1", "orders-2", new Weight(5))),
            Map.entry(ConfigRevision.class, CONFIGURATION),
            Map.entry(Version.class, VERSION),
            Map.entry(ConfiguredVersion.class, new ConfiguredVersion(VERSION, CONFIGURATION)));

    private RecordSamples() {}

    /** A record of this kind in a state of this class. */
    static Record<Plan, State> record(String kind, Class<?> plan, Class<?> state) {
        return new Record<>(
                new RecordKey(kind + "-shop-production"),
                kind,
                (Plan) value(plan),
                (State) value(state),
                Optional.of(new Signal(Signal.Kind.ROLLBACK, "alice", "too slow", TIME)),
                "bob",
                TIME,
                TIME.plusSeconds(1),
                Duration.ofMinutes(30),
                "17");
    }

    /** A value of this type. */
    static Object value(Type type) {
        if (FIXED.containsKey(type)) {
            return FIXED.get(type);
        }
        return type instanceof ParameterizedType generic ? container(generic) : plain((Class<?>) type);
    }

    private static Object plain(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type.isSealed()) {
            return value(JsonFamilies.members(type).findFirst().orElseThrow());
        }
        return construct(type);
    }

    private static Object container(ParameterizedType type) {
        Type[] inside = type.getActualTypeArguments();
        Class<?> container = (Class<?>) type.getRawType();
        if (container == Optional.class) {
            return Optional.of(value(inside[0]));
        }
        if (container == List.class) {
            return List.of(value(inside[0]), value(inside[0]));
        }
        if (container == SortedSet.class) {
            return new TreeSet<>(List.of(value(inside[0])));
        }
        if (container == SortedMap.class) {
            return new TreeMap<>(Map.of(value(inside[0]), value(inside[1])));
        }
        throw new AssertionError("no sample for " + type);
    }

    private static Object construct(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new AssertionError("no sample for " + type, e);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " refuses the sample: give it a fixed one", e.getCause());
        }
    }
}
