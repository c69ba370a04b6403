import FaultsStage
public import StageABI

@_cdecl("songngu_module_entry")
public func entry() -> UnsafePointer<stage_module_descriptor> {
  stage_describe("faults", "0.1.0") { Unmanaged.passRetained(FaultsFactory()).toOpaque() }
}
