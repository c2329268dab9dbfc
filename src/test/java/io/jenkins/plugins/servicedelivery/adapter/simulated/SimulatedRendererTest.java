package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Renderer;
import io.jenkins.plugins.servicedelivery.core.environment.RendererContract;

class SimulatedRendererTest extends RendererContract {
    @Override
    protected Renderer renderer() {
        return SimulatedInstallation.inMemory().ports().renderer();
    }
}
