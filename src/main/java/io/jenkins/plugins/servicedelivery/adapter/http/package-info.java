/**
 * The one way in which adapters speak HTTP: deadline, retries, waiting, credentials, redirects, certificates, proxy and
 * limits. What is asked and what an answer means belongs to the adapter that asks.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.adapter.http;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
