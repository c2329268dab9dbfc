package io.jenkins.plugins.servicedelivery.core.image;

class InMemoryRegistryTest extends RegistryContract {
    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Override
    protected Registry registry() {
        return registry;
    }

    @Override
    protected ImageReference put(ImageReference repository, ImageLabels labels) {
        return registry.put(repository, labels);
    }

    @Override
    protected ImageReference repository(String path) {
        return ImageReference.parse("registry.local/" + path);
    }
}
