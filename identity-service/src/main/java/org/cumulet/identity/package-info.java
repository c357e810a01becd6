/// Who may use this cloud: Keystone v3.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity;
