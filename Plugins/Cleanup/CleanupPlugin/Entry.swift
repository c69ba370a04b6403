import CleanupStage
public import StageABI

@_cdecl("songngu_module_entry")
public func entry() -> UnsafePointer<stage_module_descriptor> {
  stage_describe("cleanup", "0.1.0") { Unmanaged.passRetained(CleanupFactory()).toOpaque() }
}
